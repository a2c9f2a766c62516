// What comes after the first picture, in one piece: it is needed together, and smaller so.
export { LayersChart } from './charts/LayersChart.tsx'
export { HandPasses } from './hand/HandPasses.tsx'
export { RunsPanel } from './runs/RunsPanel.tsx'
