// What is made of a scene on the wall goes into the talk only when someone says so.
import { addressOf as addressOfLesson } from '../../lessons/address.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { idOf, type Moment } from '../moment.ts'
import type { Session } from '../session.ts'
import { addressOf, queryOf } from '../talk/address.ts'
import { added, changed } from '../talk/edits.ts'
import { changeTalk, ownTalk } from '../talk/kept.ts'
import { sceneOf, type Talk } from '../talk/talk.ts'

/** The talk of all windows becomes another, which is the one that is being made from now on. */
function take(session: Session, by: (moment: Moment) => Talk): void {
  session.change((moment) => ({ ...moment, talk: by(moment), lesson: undefined }))
  const { talk } = session.store.getState()
  changeTalk(() => talk)
}

/** Puts what is shown in the place of the scene. @returns what is to be said of it */
export function keepScene(session: Session, lab: Lab): string {
  take(session, ({ talk, at }) => changed(talk, at, { link: lab.link() }))
  return lab.beyondLink() ?? 'Kept in the talk'
}

/** Puts what is shown behind the scene. @returns what is to be said of it */
export function splitScene(session: Session, lab: Lab): string {
  take(session, ({ talk, at }) => added(talk, sceneOf(lab.link()), at))
  return lab.beyondLink() ?? 'Added behind this scene'
}

/** Where whoever ends a talk comes out: at its lesson, where it is made, or in the lab at what was shown. */
export function whereItEnds(moment: Moment, lab: Lab | undefined): string {
  if (moment.lesson !== undefined) return addressOfLesson(moment.lesson)
  const { talk } = ownTalk.getState()
  if (queryOf(talk) === idOf(moment) || !lab) return addressOf({ view: 'edit', talk: moment.talk })
  return lab.link()
}
