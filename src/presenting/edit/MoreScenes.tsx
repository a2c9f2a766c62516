import { useState } from 'react'
import { lessonIds } from '../../lessons/index.ts'
import { titles } from '../../lessons/titles.ts'
import { addressOf } from '../talk/address.ts'
import { added } from '../talk/edits.ts'
import { expanded } from '../talk/expanded.ts'
import { changeTalk } from '../talk/kept.ts'
import { nothing, sceneOf } from '../talk/talk.ts'
import styles from './Editor.module.css'

interface AddProps {
  readonly isLab: (link: string) => boolean
  readonly say: (words: string) => void
}

/** Links come by mail, too. */
export function AddByLink({ isLab, say }: AddProps) {
  const [link, type] = useState('')
  const add = async () => {
    const { scenes } = await expanded({ ...nothing, scenes: [sceneOf(link)] })
    if (!scenes.every((scene) => isLab(scene.link)))
      return say('No lab or lesson is named by this link: copy one with Copy link')
    changeTalk((talk) => scenes.reduce((all, scene) => added(all, scene), talk))
    type('')
    say('')
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label>
        <span>A scene by its link</span>
        <input
          type="text"
          value={link}
          placeholder="#/curve?f=tanhsin"
          onChange={({ target }) => type(target.value)}
        />
      </label>
      <button type="submit" aria-disabled={!link.trim()}>
        Add scene
      </button>
    </form>
  )
}

/** Each lesson is a talk, too. */
export const Lessons = () => (
  <nav aria-label="Lessons as talks" className={styles.lessons}>
    <h2>Or present a lesson</h2>
    <ul>
      {lessonIds.map((lesson, i) => (
        <li key={lesson}>
          <a href={addressOf({ lesson })}>{titles[i]}</a>
        </li>
      ))}
    </ul>
  </nav>
)
