// presenting/show/: a talk on the wall, and what it is led with.
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useTitle } from '../../lessons/page/useTitle.ts'
import { ArrangementContext, type PanelName } from '../../panels/lab/arrangement.tsx'
import { Scene } from '../../scenes/Scene.tsx'
import type { Lab } from '../../state/lab/lab.ts'
import { toggleFullScreen } from '../../ui/fullScreen.ts'
import { beginning, covered, onWall } from '../moment.ts'
import { createSession } from '../session.ts'
import { addressOf } from '../talk/address.ts'
import { nameOf, type TalkScene } from '../talk/talk.ts'
import { useAddressBar } from '../useAddressBar.ts'
import { leading, useClicker } from '../useClicker.ts'
import { useLive } from '../useLive.ts'
import { useSceneLink } from '../useSceneLink.ts'
import type { Visited } from '../visit.ts'
import { Bar } from './Bar.tsx'
import { Cover } from './Cover.tsx'
import styles from './Show.module.css'
import { Spotlight } from './Spotlight.tsx'
import { useRoom } from './useRoom.ts'

type Props = Pick<Visited, 'stage' | 'address'>

/** What is usually on a wall: tables and controls are for whoever sits before them. */
const usual: readonly PanelName[] = ['function', 'plot', 'time', 'rule', 'outcome']

/** A talk on the wall. */
export function Show({ stage, address }: Props) {
  const [session] = useState(() =>
    createSession(beginning(address.talk, address.at, address.lesson), 'show'),
  )
  useEffect(() => session.connect(), [session])
  const moment = useStore(session.store)
  const { at } = onWall(moment)
  const scene = moment.talk.scenes[at] as TalkScene
  const link = useSceneLink(moment, at)
  const [lab, setLab] = useState<Lab>()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [shown, show] = useState<ReadonlySet<PanelName>>(() => new Set(usual))
  const [isLit, light] = useState(false)
  const arrangement = useMemo(() => ({ shown }), [shown])
  const isKnown = stage.titleOf(link) !== undefined
  useLive(session, isKnown ? lab : undefined, place)
  useRoom()
  useAddressBar(addressOf({ talk: moment.talk, lesson: moment.lesson, at: moment.at }))
  useTitle(nameOf(scene, stage.titleOf), ...(moment.talk.title ? [moment.talk.title] : []))
  useClicker(
    useMemo(
      () => ({
        ...leading(session),
        f: () => void toggleFullScreen(),
        // What lies over the scene; where nothing does, the key is others'.
        ...((moment.cover || isLit) && {
          Escape: () => {
            session.change((m) => covered(m, m.cover))
            light(false)
          },
        }),
      }),
      [session, moment.cover, isLit],
    ),
  )
  return (
    <div
      className={styles.show}
      data-cover={moment.cover}
      data-alone={shown.has('controls') ? undefined : ''}
    >
      <div
        ref={setPlace}
        className={styles.scene}
        inert={moment.held !== undefined || moment.cover !== undefined}
      >
        {isKnown ? (
          <ArrangementContext value={arrangement}>
            <Scene stage={stage} link={link} onLab={setLab} isAlone className={styles.lab} />
          </ArrangementContext>
        ) : (
          <p className={styles.nothing}>
            No lab is named by this scene’s link: <code>{link.slice(0, 200)}</code>
          </p>
        )}
      </div>
      {isLit && <Spotlight />}
      <Cover cover={moment.cover} lab={lab} link={link} session={session} />
      <Bar
        {...{ session, stage, lab, shown, show, isLit, light }}
        complaints={address.complaints}
      />
    </div>
  )
}
