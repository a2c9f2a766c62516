// What comes after the first picture of the surface, in one piece: it is needed together, and smaller so.
export { Curvature } from './Curvature.tsx'
export { Extras } from './Extras.tsx'
export { ModelNote } from './ModelNote.tsx'
