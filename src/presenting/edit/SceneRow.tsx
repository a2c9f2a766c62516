import { changed } from '../talk/edits.ts'
import { changeTalk } from '../talk/kept.ts'
import type { TalkScene } from '../talk/talk.ts'
import styles from './Editor.module.css'

interface Props {
  readonly scene: TalkScene
  /** Its place, from 0, among so many. */
  readonly at: number
  readonly count: number
  /** What it is called where nobody has named it. */
  readonly name: string
  readonly isLab: boolean
  readonly move: (from: number, to: number, act?: string) => void
  readonly remove: (at: number) => void
  /** The scene that is being dragged. */
  readonly dragged: number | undefined
  readonly drag: (at: number | undefined) => void
}

/** A scene of a talk: what it shows, its name, its note, and its place. */
export function SceneRow(props: Props) {
  const { scene, at, count, name, isLab, move, remove, dragged, drag } = props
  const say = (more: Partial<TalkScene>, about: string) =>
    changeTalk((talk) => changed(talk, at, more), `${about} ${at}`)
  return (
    <li
      className={styles.scene}
      data-over={dragged !== undefined && dragged !== at ? '' : undefined}
      onDragOver={(event) => dragged !== undefined && event.preventDefault()}
      onDrop={() => dragged !== undefined && move(dragged, at)}
    >
      {/* Buttons do the same by keys. */}
      <span
        className={styles.handle}
        draggable
        aria-hidden="true"
        title="Drag to another place"
        onDragStart={({ dataTransfer }) => {
          dataTransfer.setData('text/plain', scene.link)
          drag(at)
        }}
        onDragEnd={() => drag(undefined)}
      >
        {at + 1}
      </span>
      <div className={styles.words}>
        <input
          type="text"
          aria-label={`Name of scene ${at + 1}`}
          placeholder={name}
          value={scene.name}
          onChange={({ target }) => say({ name: target.value }, 'name')}
        />
        <textarea
          aria-label={`Note of scene ${at + 1}`}
          placeholder="Notes, for the speaker view"
          rows={2}
          value={scene.note}
          onChange={({ target }) => say({ note: target.value }, 'note')}
        />
        {isLab ? (
          <a href={scene.link}>{scene.link}</a>
        ) : (
          <p className={styles.unread}>
            This link names no lab: <code>{scene.link.slice(0, 120)}</code>
          </p>
        )}
      </div>
      <div className={styles.acts}>
        <button
          type="button"
          data-act="up"
          aria-label={`Move scene ${at + 1} up`}
          aria-disabled={at === 0}
          onClick={() => move(at, at - 1, 'up')}
        >
          ↑
        </button>
        <button
          type="button"
          data-act="down"
          aria-label={`Move scene ${at + 1} down`}
          aria-disabled={at === count - 1}
          onClick={() => move(at, at + 1, 'down')}
        >
          ↓
        </button>
        <button
          type="button"
          data-act="remove"
          aria-label={`Remove scene ${at + 1}`}
          onClick={() => remove(at)}
        >
          ×
        </button>
      </div>
    </li>
  )
}
