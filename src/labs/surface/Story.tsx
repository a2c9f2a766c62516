import { useMemo } from 'react'
import { storyOf } from '../../core/analysis/story.ts'
import type { CriticalPoint } from '../../core/landscape/landscape.ts'
import { plain } from '../../core/number.ts'
import { selectedOf, useSelected, useShownLater } from '../../panels/lab/descents.ts'
import { atRest } from '../../panels/lab/pace.ts'

/** More points than these nobody wants to be told. */
const mostTold = 8

/** What is to be seen, in words and numbers, for those who do not see it. */
export function Story({ critical }: { readonly critical: readonly CriticalPoint[] }) {
  const shown = useShownLater(atRest)
  const { run, trace } = selectedOf(shown, useSelected())
  const { prepared } = shown
  const sentences = useMemo(() => storyOf(prepared, run, trace), [prepared, run, trace])
  const [across, up] = prepared.loss.variables
  return (
    <div className="visually-hidden" role="note" aria-label="The path in words">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {critical.length > 0 && (
        <ul aria-label="Points where it is level">
          {critical.slice(0, mostTold).map(({ x, y, f, kind }) => (
            <li key={`${x} ${y}`}>
              {kind === 'flat' ? 'flat point' : kind} at {across} = {plain(x)}, {up} = {plain(y)}, f
              = {plain(f)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
