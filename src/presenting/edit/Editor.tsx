// presenting/edit/: where a talk is made: its scenes in their order, with their names and notes.
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useTitle } from '../../lessons/page/useTitle.ts'
import { download } from '../../state/files.ts'
import { WithCode } from '../../ui/WithCode.tsx'
import { type Address, addressOf, queryOf } from '../talk/address.ts'
import { fileNameOf, writeTalk } from '../talk/file.ts'
import { changeTalk, followOthers, ownTalk, redoTalk, undoTalk } from '../talk/kept.ts'
import { nothing } from '../talk/talk.ts'
import { isWrittenHere, useAddressBar } from '../useAddressBar.ts'
import type { Visited } from '../visit.ts'
import styles from './Editor.module.css'
import { AddByLink, Lessons } from './MoreScenes.tsx'
import { SceneList } from './SceneList.tsx'

type Props = Pick<Visited, 'stage' | 'openFile' | 'address'>

/** The talk that is being made: its scenes, in their order, with what is said of them. */
export function Editor({ stage, openFile, address }: Props) {
  const talk = useStore(ownTalk, (state) => state.talk)
  useTitle(talk.title || 'Your talk')
  const [said, say] = useState(address.complaints.join('. '))
  useTaken(address)
  useEffect(followOthers, [])
  useAddressBar(addressOf({ view: 'edit', talk }))
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Your talk</h1>
        <label className={styles.title}>
          <span>Title</span>
          <input
            type="text"
            value={talk.title}
            onChange={({ target }) => changeTalk((it) => ({ ...it, title: target.value }), 'title')}
          />
        </label>
        <Actions openFile={openFile} />
      </header>
      <p role="status" className={styles.said}>
        {said && <WithCode>{said}</WithCode>}
      </p>
      {talk.scenes.length ? <SceneList talk={talk} stage={stage} say={say} /> : <WhatToDo />}
      <AddByLink say={say} isLab={(link) => stage.titleOf(link) !== undefined} />
      <Lessons />
    </div>
  )
}

/**
 * What an address says becomes the talk that is being made; the one before comes back by Undo. One that was written here is
 * older than the talk, to which scenes were added elsewhere, unless that could not be kept.
 */
function useTaken({ talk }: Address): void {
  useEffect(() => {
    const kept = ownTalk.getState().talk
    const isOld = isWrittenHere() && kept.scenes.length > 0
    const isOther = queryOf(talk) !== queryOf(kept)
    if (talk.scenes.length && isOther && !isOld) changeTalk(() => talk)
  }, [talk])
}

const WhatToDo = () => (
  <ol className={styles.guide}>
    <li>
      Open a lab, make it show what you want to show, and press <strong>Add this view</strong> in
      its header: that is a scene.
    </li>
    <li>Come back here to put the scenes in order, name them, and write notes for yourself.</li>
    <li>
      <strong>Present</strong> fills the screen. A clicker goes on; notes and the next scene are in
      a second window.
    </li>
  </ol>
)

function Actions({ openFile }: Pick<Props, 'openFile'>) {
  const { talk, past, future } = useStore(ownTalk)
  const file = useRef<HTMLInputElement>(null)
  const isEmpty = talk.scenes.length === 0
  return (
    <div className={styles.actions}>
      {!isEmpty && (
        <a className={styles.main} href={addressOf({ talk })}>
          Present
        </a>
      )}
      <button
        type="button"
        title="A saved talk; it may be dropped anywhere too"
        onClick={() => file.current?.click()}
      >
        Open talk
      </button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          if (chosen) void openFile(chosen)
          target.value = ''
        }}
      />
      {!isEmpty && (
        <button type="button" onClick={() => download(fileNameOf(talk), writeTalk(talk))}>
          Save talk
        </button>
      )}
      {(past.length > 0 || future.length > 0) && (
        <>
          <button type="button" aria-disabled={!past.length} onClick={undoTalk}>
            Undo
          </button>
          <button type="button" aria-disabled={!future.length} onClick={redoTalk}>
            Redo
          </button>
        </>
      )}
      {!isEmpty && (
        <button type="button" title="Undo brings it back" onClick={() => changeTalk(() => nothing)}>
          Clear
        </button>
      )}
    </div>
  )
}
