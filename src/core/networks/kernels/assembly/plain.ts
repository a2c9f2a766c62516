// core/networks/kernels/assembly/: the kernels in AssemblyScript, from lanes to layers; `npm run kernels` compiles them.
//
// The module for every engine that has SIMD.
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
export {
  activate64,
  backward64,
  backwardAll64,
  derive64,
  forward64,
  forwardAll64,
  gradient64,
  loss64,
  slopeAll64,
} from './double'

/** Where what is not the module's own begins. */
export const base = __heap_base
