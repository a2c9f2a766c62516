import type { View } from '../../../plot/view.ts'
import { answersAt } from './answersAt.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { inputUnder, type Pointed } from './pointing.ts'
import { answerInWords, inputInWords, sampleInWords } from './words.ts'

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly answers: Float32Array | undefined
  readonly pointed: Pointed
}

/** What is under the pointer, in words beside it. */
export function Readout({ fit, view, answers, pointed: { at, sample } }: Props) {
  const input = inputUnder(fit, view, at)
  const words =
    sample !== undefined && sample < fit.points.inputs.length
      ? sampleInWords(fit, answers, sample)
      : input &&
        answers &&
        `${inputInWords(input)}: ${answerInWords(fit, answersAt(fit, answers, input))}`
  if (!words) return null
  const [x, y] = at
  return (
    <p
      className={styles.readout}
      data-side={x > view.width / 2 ? 'left' : 'right'}
      data-below={y < view.height / 2 || undefined}
      style={{ left: x, top: y }}
      aria-hidden="true"
    >
      {words}
    </p>
  )
}
