import { useDescentState } from '../../panels/lab/descents.ts'
import { isShown, type Look } from './looks.ts'

/** Whether the plot is asked to show something; of several, whether any. */
export const useLook = (...looks: readonly Look[]): boolean =>
  useDescentState(({ experiment }) => looks.some((look) => isShown(experiment, look)))
