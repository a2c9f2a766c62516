// What comes after the first picture, in one piece: it is needed together, or soon, and smaller so.
export { LayersChart } from './charts/LayersChart.tsx'
export { RateChart } from './charts/RateChart.tsx'
export { Rose } from './drawer/Rose.tsx'
export { HandPasses } from './hand/HandPasses.tsx'
export { Landscape } from './Landscape.tsx'
export { RunsPanel } from './runs/RunsPanel.tsx'
export { useRunEdits } from './runs/useRunEdits.ts'
