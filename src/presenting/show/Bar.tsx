import { useState } from 'react'
import { useStore } from 'zustand'
import type { PanelName } from '../../panels/lab/arrangement.tsx'
import type { Stage } from '../../scenes/stage.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { WithCode } from '../../ui/WithCode.tsx'
import { covered, frozen, goTo, onWall } from '../moment.ts'
import type { Session } from '../session.ts'
import { nameOf, type TalkScene } from '../talk/talk.ts'
import styles from './Bar.module.css'
import { keepScene, splitScene } from './keeping.ts'
import { PanelsMenu } from './PanelsMenu.tsx'
import { Tool } from './Tool.tsx'
import { useResting } from './useResting.ts'
import { Windows } from './Windows.tsx'

interface Props {
  readonly session: Session
  readonly lab: Lab | undefined
  readonly stage: Stage
  readonly shown: ReadonlySet<PanelName>
  readonly show: (shown: ReadonlySet<PanelName>) => void
  readonly isLit: boolean
  readonly light: (isLit: boolean) => void
  /** What of the address could not be read. */
  readonly complaints: readonly string[]
}

/** What a talk is led with; while the pointer rests, only where it stands. */
export function Bar({ stage, complaints, ...props }: Props) {
  const { session, lab, shown, show, isLit, light } = props
  const moment = useStore(session.store)
  const { talk, held } = moment
  // The audience reads what belongs to what it sees.
  const { at } = onWall(moment)
  const [said, say] = useState(complaints.join('. '))
  return (
    <section aria-label="Talk" className={styles.bar} data-resting={useResting()}>
      <p className={styles.place}>
        <strong>{nameOf(talk.scenes[at] as TalkScene, stage.titleOf)}</strong>
        <span>
          {at + 1} of {talk.scenes.length}
          {held && ' · frozen'}
        </span>
      </p>
      <p role="status" className={styles.said}>
        {said && <WithCode>{said}</WithCode>}
      </p>
      <div role="toolbar" aria-label="Lead" className={styles.tools}>
        <Way session={session} />
        <OnWall session={session} />
        <Tool
          name="Spotlight"
          isOn={isLit}
          hint="All is dimmed but what you point at"
          act={() => light(!isLit)}
        />
        <PanelsMenu {...{ shown, show }} />
        {lab && <Keeping {...{ session, lab, say }} />}
        <Windows {...{ session, lab, say }} />
      </div>
    </section>
  )
}

interface Acting {
  readonly session: Session
  readonly lab: Lab | undefined
  readonly say: (words: string) => void
}

function Way({ session }: Pick<Acting, 'session'>) {
  const { at, talk } = useStore(session.store)
  const go = (by: number) => session.change((m) => goTo(m, m.at + by))
  return (
    <>
      <Tool name="Previous scene" hint="Page up" isPossible={at > 0} act={() => go(-1)}>
        ‹
      </Tool>
      <Tool
        name="Next scene"
        hint="Page down"
        isPossible={at < talk.scenes.length - 1}
        act={() => go(1)}
      >
        ›
      </Tool>
    </>
  )
}

function OnWall({ session: { store, change } }: Pick<Acting, 'session'>) {
  const { cover, held } = useStore(store)
  return (
    <>
      <Tool
        name="Black screen"
        hint="B"
        isOn={cover === 'black'}
        act={() => change((m) => covered(m, 'black'))}
      >
        Black
      </Tool>
      <Tool
        name="Freeze"
        hint="This stands still while you go on in the speaker view"
        isOn={held !== undefined}
        act={() => change(frozen)}
      />
      <Tool
        name="QR code"
        hint="The link to what is seen now, to be read off the wall"
        isOn={cover === 'qr'}
        act={() => change((m) => covered(m, 'qr'))}
      >
        QR
      </Tool>
    </>
  )
}

const Keeping = ({ session, lab, say }: Acting & { readonly lab: Lab }) => (
  <>
    <Tool
      name="Keep"
      hint="Into the talk, as it is now, in the place of this scene"
      act={() => say(keepScene(session, lab))}
    />
    <Tool
      name="Add this view"
      hint="Into the talk, behind this scene"
      act={() => say(splitScene(session, lab))}
    >
      Add
    </Tool>
  </>
)
