import { memo, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type Katex, katex, useKatex } from '../../../ui/formula/katex.ts'
import { Tex } from '../../../ui/formula/Tex.tsx'
import { Late } from '../../../ui/parts/Part.tsx'
import { turn } from '../../../ui/parts/turns.ts'
import styles from './Hand.module.css'
import type { HandLine, HandPass } from './line.ts'

const titles: Readonly<Record<HandPass, string>> = {
  forward: 'Forward',
  backward: 'Backward',
  update: 'Update',
}
const passes = Object.keys(titles) as HandPass[]

interface Props {
  readonly lines: readonly HandLine[]
  /** The newest line is kept in view. */
  readonly isFollowing: boolean
}

/** Lines of a calculation, pass by pass. */
export function HandLines({ lines, isFollowing }: Props) {
  const engine = useKatex()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const showNewest = useEffectEvent(() => {
    // Only here: the page itself must not jump.
    if (isFollowing && frame.current) frame.current.scrollTop = frame.current.scrollHeight
  })
  useEffect(() => {
    const observer = new ResizeObserver(() => showNewest())
    if (content.current) observer.observe(content.current)
    return () => observer.disconnect()
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a calculation is no field set
    <div
      ref={frame}
      role="group"
      aria-label="Calculation"
      className={styles.lines}
      data-scrolls
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
    >
      <Late of={katex} />
      <div ref={content}>
        {passes.map((pass) => {
          const own = lines.filter((line) => line.pass === pass)
          return (
            own.length > 0 && (
              <section key={pass} aria-label={titles[pass]}>
                <h3>{titles[pass]}</h3>
                {own.map((line, i) => (
                  <Line
                    // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place
                    key={i}
                    engine={engine}
                    line={line}
                    isNewest={line === lines.at(-1)}
                  />
                ))}
              </section>
            )
          )
        })}
      </div>
    </div>
  )
}

interface LineProps {
  readonly engine: Katex | undefined
  readonly line: HandLine
  readonly isNewest: boolean
}

/** Equal words are equal formulas: typesetting is what costs. */
const Line = memo(
  function Line({ engine, line, isNewest }: LineProps) {
    const { parts, words } = useInTurn(line) ?? { parts: [], words: line.words }
    const isTypeset = engine && parts.length > 0
    return (
      <p className={styles.line} data-newest={isNewest}>
        <span className={isTypeset ? 'visually-hidden' : undefined}>{words}</span>
        {isTypeset &&
          parts.map((part, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place
            <span key={k} className={styles.part}>
              <Tex katex={engine} latex={`${k ? '= ' : ''}\\displaystyle ${part}`} text="" />
            </span>
          ))}
      </p>
    )
  },
  (a, b) => a.engine === b.engine && a.isNewest === b.isNewest && a.line.words === b.line.words,
)

/** Each line in its turn, between which the page answers: to typeset all at once would hold it. */
function useInTurn(line: HandLine): HandLine | undefined {
  const [shown, show] = useState<HandLine>()
  useEffect(() => {
    let isLeft = false
    void turn().then(() => isLeft || show(line))
    return () => {
      isLeft = true
    }
  }, [line])
  return shown
}
