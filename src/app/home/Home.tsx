// app/home/: what this is, alive, in one screen.
import { useLayoutEffect, useState } from 'react'
import { addressOf } from '../../lessons/address.ts'
import { lessonIds } from '../../lessons/index.ts'
import { titles } from '../../lessons/titles.ts'
import { ArrangementContext } from '../../panels/lab/arrangement.tsx'
import { addressOf as addressOfTalk } from '../../presenting/talk/address.ts'
import { Scene } from '../../scenes/Scene.tsx'
import type { Lab } from '../../state/lab/lab.ts'
import type { Visit } from '../Elsewhere.tsx'
import { labs } from '../labs.ts'
import styles from './Home.module.css'
import { useEncore } from './useEncore.ts'

/** The trap curve: two that stay in the first valley, and one that crosses. */
const trap = '#/curve?f=tanhsin&start=8&steps=40&run=adam(lr=2)&run=sgd(lr=0.5)&run=rmsprop(lr=0.2)'
const arrangement = { shown: new Set(['plot', 'time'] as const) }

const doors = [
  { name: 'Play', words: 'Pick a function, an optimizer, a learning rate, and watch.', href: trap },
  {
    name: 'Learn',
    words: `${lessonIds.length} lessons: predict, then run. From one step by hand to a network.`,
    href: addressOf(),
  },
  {
    name: 'Present',
    words: 'Scenes in an order, readable from the back row, led by a clicker.',
    href: addressOfTalk(),
  },
] as const

export function Home({ stage }: Visit) {
  const [lab, setLab] = useState<Lab>()
  useEncore(lab)
  // What stood there until the page came makes way at once: it would be pushed down first.
  useLayoutEffect(() => {
    document.body.dataset.place = 'home'
    return () => {
      delete document.body.dataset.place
    }
  }, [])
  return (
    <div className={styles.home}>
      <section className={styles.words}>
        <h1>
          See the <em>descent</em>
        </h1>
        <p>
          Gradient descent and its kin, step by step, exactly as PyTorch computes them. All of it
          runs in your browser.
        </p>
        <nav aria-label="Ways in" className={styles.doors}>
          {doors.map(({ name, words, href }) => (
            <a key={name} href={href}>
              <strong>{name}</strong>
              <span>{words}</span>
            </a>
          ))}
        </nav>
      </section>
      <ArrangementContext value={arrangement}>
        <Scene stage={stage} link={trap} onLab={setLab} className={styles.scene} />
      </ArrangementContext>
      <nav aria-label="Places" className={styles.places}>
        <ol aria-label="Lessons">
          {lessonIds.map((id, i) => (
            <li key={id}>
              <a href={addressOf(id, 1)}>{titles[i]}</a>
            </li>
          ))}
        </ol>
        <ul aria-label="Labs">
          {labs.map(({ id, title, about }) => (
            <li key={id}>
              <a href={`#/${id}`}>
                <strong>{title}</strong> {about}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
