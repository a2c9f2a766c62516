import type { DescentLab } from '../../state/descents/descents.ts'
import type { Edit } from '../../state/edits/experiment.ts'
import { arrival } from '../../ui/parts/arrival.ts'

const more = arrival(() => import('../more.ts'))
type More = Awaited<ReturnType<typeof more.soon>>

/** Changes a lab by an edit that only some make: it comes when it is asked for. */
export async function changeLate(lab: DescentLab, edit: (from: More) => Edit): Promise<void> {
  // What is here is used at once: a checkbox that waits would jump back.
  const edits = more.here() ?? (await more.soon().catch(() => undefined))
  if (edits) lab.change(edit(edits))
  else
    lab.complain({
      words: 'What this needs did not load',
      action: { name: 'Try again', act: () => void changeLate(lab, edit) },
    })
}
