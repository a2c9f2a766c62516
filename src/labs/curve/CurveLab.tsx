import { Frame } from '../../panels/Frame.tsx'
import type { Lab } from '../../state/lab/lab.ts'
import { CurvePlot } from './CurvePlot.tsx'

/** The curve lab: descents of functions of one variable. */
export const CurveLab = ({ lab }: { readonly lab: Lab }) => <Frame lab={lab} plot={<CurvePlot />} />
