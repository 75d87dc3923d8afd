// Whoever looks at the picture soon reads the steps, and both are made of the same: they are fetched as one.
export { ModelTab } from './model/model-tab.tsx'
export { StepsTab } from './steps/steps-tab.tsx'
