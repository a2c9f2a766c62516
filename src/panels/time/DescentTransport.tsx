import { branchAt } from '../../state/edits/racers.ts'
import { selectedOf, useDescentLab, useSelected, useShownLater } from '../lab/descents.ts'
import { afterFrame, useReadableStep } from '../lab/pace.ts'
import { SlowMotionButton } from './SlowMotionButton.tsx'
import { Transport } from './Transport.tsx'

/** The transport of descents: the track is the loss of the selected run, and any step may be gone on from. */
export function DescentTransport() {
  const lab = useDescentLab()
  const shown = useShownLater(afterFrame)
  const step = useReadableStep()
  const { index, trace } = selectedOf(shown, useSelected())
  const branch = () => {
    const count = shown.traces.length
    if (lab.change(branchAt(index, Math.min(step, trace.f.length - 1)))) lab.select(count)
  }
  return (
    <Transport track={trace.f}>
      <button type="button" title="Go on from this step in another way" onClick={branch}>
        Branch
      </button>
      <SlowMotionButton />
    </Transport>
  )
}
