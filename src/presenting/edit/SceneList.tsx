import { useLayoutEffect, useRef, useState } from 'react'
import type { Stage } from '../../scenes/stage.ts'
import { moved, removed } from '../talk/edits.ts'
import { changeTalk } from '../talk/kept.ts'
import { nameOf, type Talk, type TalkScene } from '../talk/talk.ts'
import styles from './Editor.module.css'
import { SceneRow } from './SceneRow.tsx'

interface Props {
  readonly talk: Talk
  readonly stage: Stage
  readonly say: (words: string) => void
}

/** The scenes of a talk, in their order: by buttons, or dragged. */
export function SceneList({ talk: { scenes }, stage, say }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [dragged, drag] = useState<number>()
  /** What has the focus once the scenes stand in their new order. */
  const wanted = useRef<{ readonly at: number; readonly act: string }>(undefined)
  useLayoutEffect(() => {
    if (!wanted.current) return
    const { at, act } = wanted.current
    wanted.current = undefined
    list.current?.children[at]?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus()
  })
  const named = (scene: TalkScene) => nameOf(scene, stage.titleOf)
  const move = (from: number, to: number, act?: string) => {
    if (to < 0 || to >= scenes.length) return
    if (act) wanted.current = { at: to, act }
    changeTalk((it) => moved(it, from, to))
    say(`“${named(scenes[from] as TalkScene)}” is scene ${to + 1} of ${scenes.length}`)
  }
  const remove = (at: number) => {
    wanted.current = { at: Math.min(at, scenes.length - 2), act: 'remove' }
    changeTalk((it) => removed(it, at))
    say(`“${named(scenes[at] as TalkScene)}” is removed: Undo brings it back`)
  }
  return (
    <ol ref={list} aria-label="Scenes" className={styles.scenes}>
      {scenes.map((scene, at) => (
        <SceneRow
          // biome-ignore lint/suspicious/noArrayIndexKey: scenes are told apart by their place
          key={at}
          {...{ scene, at, count: scenes.length, move, remove, dragged, drag }}
          name={named(scene)}
          isLab={stage.titleOf(scene.link) !== undefined}
        />
      ))}
    </ol>
  )
}
