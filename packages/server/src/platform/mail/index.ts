export { createMailer, type Mail, type Mailer, MailFault } from './mailer.ts'
