// presenting/speak/: the lecturer's window: this scene, the next one, notes, and the time.
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useTitle } from '../../lessons/page/useTitle.ts'
import { ArrangementContext, type PanelName } from '../../panels/lab/arrangement.tsx'
import { Scene } from '../../scenes/Scene.tsx'
import type { Stage } from '../../scenes/stage.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { beginning } from '../moment.ts'
import { createSession, type Session } from '../session.ts'
import { PanelsMenu } from '../show/PanelsMenu.tsx'
import { nameOf, type TalkScene } from '../talk/talk.ts'
import { leading, useClicker } from '../useClicker.ts'
import { useLive } from '../useLive.ts'
import { useSceneLink } from '../useSceneLink.ts'
import type { Visited } from '../visit.ts'
import { Controls } from './Controls.tsx'
import styles from './Speaker.module.css'

type Props = Pick<Visited, 'stage' | 'anotherStage' | 'address'>

/** The lecturer's window: the scene that is shown, the next one, notes, and the time. */
export function Speaker({ stage, anotherStage, address }: Props) {
  const [session] = useState(() =>
    createSession(beginning(address.talk, address.at, address.lesson), 'speaker'),
  )
  useEffect(() => session.connect(), [session])
  const moment = useStore(session.store)
  const { talk, at } = moment
  const scene = talk.scenes[at] as TalkScene
  const next = talk.scenes[at + 1]
  const link = useSceneLink(moment, at)
  const [nextStage] = useState(anotherStage)
  const [shown, show] = useState<ReadonlySet<PanelName>>(() => new Set(['plot', 'time'] as const))
  useTitle('Speaker view', talk.title || nameOf(scene, stage.titleOf))
  useBare()
  useClicker(useMemo(() => leading(session), [session]))
  return (
    <div className={styles.page}>
      <Controls session={session}>
        <PanelsMenu {...{ shown, show }} />
      </Controls>
      <section aria-label="This scene" className={styles.now}>
        <h1>{nameOf(scene, stage.titleOf)}</h1>
        <ThisScene {...{ session, stage, link, shown }} />
      </section>
      <section aria-label="Next scene" className={styles.next}>
        <h2>{next ? `Next: ${nameOf(next, stage.titleOf)}` : 'This is the last scene'}</h2>
        {next && stage.titleOf(next.link) !== undefined && (
          <div inert className={styles.preview}>
            <ArrangementContext value={onlyPlot}>
              <Scene stage={nextStage} link={next.link} className={styles.lab} />
            </ArrangementContext>
          </div>
        )}
      </section>
      <section aria-label="Notes" className={styles.notes} tabIndex={-1}>
        {scene.note || <em>No notes for this scene</em>}
      </section>
    </div>
  )
}

const onlyPlot = { shown: new Set(['plot'] as const), fills: true }

interface SceneProps {
  readonly session: Session
  readonly stage: Stage
  readonly link: string
  readonly shown: ReadonlySet<PanelName>
}

/** The scene as the lecturer has it: what is done here is seen on the wall, unless that stands still. */
function ThisScene({ session, stage, link, shown }: SceneProps) {
  const [lab, setLab] = useState<Lab>()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const isKnown = stage.titleOf(link) !== undefined
  const arrangement = useMemo(() => ({ shown, fills: true }), [shown])
  useLive(session, isKnown ? lab : undefined, place)
  return (
    <div ref={setPlace} className={styles.live}>
      {isKnown ? (
        <ArrangementContext value={arrangement}>
          <Scene stage={stage} link={link} onLab={setLab} isAlone className={styles.lab} />
        </ArrangementContext>
      ) : (
        <p>No lab is named by this scene’s link.</p>
      )}
    </div>
  )
}

/** A window of its own has no header. */
function useBare(): void {
  useEffect(() => {
    document.documentElement.dataset.room = 'speaker'
    return () => {
      delete document.documentElement.dataset.room
    }
  }, [])
}
