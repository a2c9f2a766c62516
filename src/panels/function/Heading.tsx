import { useRef } from 'react'
import { lossSymbol } from '../../core/formulas/lossSymbol.ts'
import { latex } from '../../core/language/latex/latex.ts'
import { plainLeaf } from '../../core/language/latex/symbol.ts'
import { print } from '../../core/language/print.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

/** What is shown, typeset. */
export function Heading() {
  const loss = useDescentState(({ shown }) => shown?.prepared.loss)
  const heading = useRef<HTMLHeadingElement>(null)
  const formula = loss
    ? `${lossSymbol(loss.variables)}(${loss.variables.join(', ')}) = \\displaystyle ${latex(loss.written, { leaf: plainLeaf })}`
    : ''
  const katex = useKatex()
  useShrunk(heading, formula, katex)
  if (!loss) return null
  return (
    <h1 ref={heading} className={katex ? undefined : styles.heading}>
      <Tex
        katex={katex}
        latex={formula}
        text={`${functionName(loss.variables)} = ${print(loss.written)}`}
      />
    </h1>
  )
}
