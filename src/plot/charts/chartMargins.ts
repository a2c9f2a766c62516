import type { Margins } from '../view.ts'

/** Of a chart over steps, in ems. */
export const chartMargins: Margins = { top: 0.8, right: 0.9, bottom: 1.85, left: 4.7 }
