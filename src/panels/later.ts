// What comes after the first picture, in one piece: it is needed together, and smaller so.
export { Scrubber } from '../plot/charts/Scrubber.tsx'
export { Drawer } from './drawer/Drawer.tsx'
export { Heading } from './function/Heading.tsx'
export { DragMe } from './plot/DragMe.tsx'
export { ZoomButtons } from './plot/ZoomButtons.tsx'
export { RunPanel } from './run/RunPanel.tsx'
export { OutcomePanel } from './step/OutcomePanel.tsx'
export { UpdateRule } from './step/UpdateRule.tsx'
