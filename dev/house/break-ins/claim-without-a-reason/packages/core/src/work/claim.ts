type Title = string & { readonly tidy: true }

export function claim(text: string): Title {
  return text as Title
}
