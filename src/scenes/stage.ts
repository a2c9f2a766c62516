// Where labs stand that are not the visitor's own: one of each kind, made when a link first asks for it.
import type { Engine } from '../engine/client.ts'
import type { Entry, OpenLab } from './entry.ts'
import { labPattern } from './labPattern.ts'

export interface Stage {
  /** The title of the lab that a link names; nothing where it names none. */
  titleOf(link: string): string | undefined
  /** What shows a link, which is followed: what it cannot say is said by the lab. Waits until the lab is here. */
  open(link: string): Promise<OpenLab>
  /** Nobody looks any more. */
  rest(): void
}

export function createStage(labs: readonly Entry[], engine: Engine): Stage {
  const known = new Map<string, OpenLab>()
  const entryOf = (link: string) => labs.find(({ id }) => new RegExp(labPattern(id)).test(link))
  const rest = (but?: OpenLab) => {
    for (const open of known.values()) {
      if (open === but) continue
      open.lab.pause()
      open.lab.rest()
    }
  }
  return {
    titleOf: (link) => entryOf(link)?.title,
    async open(link) {
      const entry = entryOf(link)
      if (!entry) throw new Error(`No lab is named by ${link}`)
      const opener = await entry.opener.whole()
      const open = known.get(entry.id) ?? opener.open(engine)
      known.set(entry.id, open)
      rest(open)
      open.lab.openLink(link)
      if (open.lab.store.getState().shown) open.lab.wake()
      return open
    },
    rest: () => rest(),
  }
}
