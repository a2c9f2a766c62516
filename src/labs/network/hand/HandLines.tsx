import { memo, useEffect, useRef } from 'react'
import { type Katex, katex, useKatex } from '../../../ui/formula/katex.ts'
import { Tex } from '../../../ui/formula/Tex.tsx'
import { Late } from '../../../ui/parts/Part.tsx'
import styles from './Hand.module.css'
import type { HandLine, HandPass } from './line.ts'

const titles: Readonly<Record<HandPass, string>> = {
  forward: 'Forward',
  backward: 'Backward',
  update: 'Update',
}
const passes = Object.keys(titles) as HandPass[]

/** Lines of a calculation, pass by pass; the newest one is in view. */
export function HandLines({ lines }: { readonly lines: readonly HandLine[] }) {
  const engine = useKatex()
  const frame = useRef<HTMLDivElement>(null)
  const count = lines.length
  useEffect(() => {
    // Only here: the page itself must not jump.
    if (frame.current && count) frame.current.scrollTop = frame.current.scrollHeight
  }, [count])
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
    const { parts, words } = line
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
