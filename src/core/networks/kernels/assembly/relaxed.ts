// The module for engines that multiply and add in one: single precision only, so that small networks have the same bits
// everywhere.
export {
  backward32,
  backwardAll32,
  derive32,
  forward32,
  forwardAll32,
  gradient32,
  loss32,
  slopeAll32,
} from './single'

/** Where what is not the module's own begins. */
export const base = __heap_base
