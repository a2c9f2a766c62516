// What stands below a map that has left the page.
import { writeRun } from '../../core/experiment/runText.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { counted } from '../../core/number.ts'
import { showNames, sidesOf } from './names.ts'

/** What a map shows, of which function and run. */
export function captionOf(map: PreparedMap): string {
  const { f, runs = [] } = map.experiment
  const run = runs.at(-1)
  const descent = [f, run && writeRun(run), `${counted(map.prepared.steps)} steps`]
  return `${descent.filter(Boolean).join(', ')}: ${showNames[map.show].toLowerCase()} for ${sidesOf(map)}`
}
