import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { lessonIds } from '../index.ts'
import { own, ownId } from '../kept/own.ts'
import { forget, progress } from '../kept/progress.ts'
import { lessonOf } from '../lessonOf.ts'
import styles from './Contents.module.css'
import { LessonCard } from './LessonCard.tsx'
import { useTitle } from './useTitle.ts'

interface Props {
  readonly openFile: (file: File) => Promise<void>
}

/** All lessons, and one's own. */
export function Contents({ openFile }: Props) {
  useTitle('Lessons')
  const opened = useStore(own, (state) => state.opened)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>Lessons</h1>
          <p>From a soda can to networks that generalize: predict, then run.</p>
        </div>
        <Progress />
        <OpenLesson openFile={openFile} />
      </header>
      <ol className={styles.list}>
        {lessonIds.map((id, i) => {
          const coming = lessonOf(id)
          return coming && <LessonCard key={id} id={id} coming={coming} number={i + 1} />
        })}
        {opened && <OwnCard key={opened.text} />}
      </ol>
    </div>
  )
}

function OwnCard() {
  const coming = lessonOf(ownId)
  return coming && <LessonCard id={ownId} coming={coming} />
}

function OpenLesson({ openFile }: Props) {
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        title="A lesson of your own, as a Markdown file; it may be dropped anywhere too"
        onClick={() => file.current?.click()}
      >
        Open lesson
      </button>
      <input
        ref={file}
        type="file"
        accept=".md,.markdown,text/markdown"
        hidden
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          if (chosen) void openFile(chosen)
          target.value = ''
        }}
      />
    </>
  )
}

/** What was done is forgotten when someone wishes so, and comes back as long as nothing else was done. */
function Progress() {
  const isBegun = useStore(progress, (all) => Object.keys(all).some((id) => id !== ownId))
  const [back, offer] = useState<{ readonly bring: () => void }>()
  if (isBegun)
    return (
      <button type="button" onClick={() => offer({ bring: forget() })}>
        Forget progress
      </button>
    )
  return (
    back && (
      <button type="button" onClick={back.bring}>
        Bring progress back
      </button>
    )
  )
}
