export { leftPad } from 'left-pad'
