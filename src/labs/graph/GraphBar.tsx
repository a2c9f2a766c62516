import { useEffect, useRef } from 'react'
import type { Point } from '../../core/graphs/passes.ts'
import { latex } from '../../core/language/latex/latex.ts'
import { plainLeaf } from '../../core/language/latex/symbol.ts'
import { print } from '../../core/language/print.ts'
import { functionName, valueName } from '../../core/loss/valueName.ts'
import { ExpressionField } from '../../panels/function/ExpressionField.tsx'
import bar from '../../panels/function/FunctionBar.module.css'
import { typeExpression } from '../../state/graphs/edits.ts'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { Onward } from './Onward.tsx'
import { useGraphLab, useGraphState, useShownGraph } from './useGraph.ts'

/** What is differentiated: typeset, and as text that can be typed. */
export function GraphBar() {
  const lab = useGraphLab()
  const used = useGraphState(({ prepared }) => print(prepared.graph.loss.expression))
  const typed = useGraphState(({ experiment }) => experiment.f)
  const rejected = useGraphState((state) => state.rejected)
  const point = useGraphState(({ prepared }) => prepared.point)
  const before = useRef<Point>({})
  useEffect(() => {
    before.current = { ...before.current, ...point }
  }, [point])
  const isEntry = useGraphState(({ prepared }) => prepared.graph.loss.entry !== undefined)
  return (
    <div className={bar.bar}>
      <div className={bar.title}>
        <Heading />
        <Onward />
      </div>
      <div className={bar.fields}>
        <ExpressionField
          used={isEntry ? used : typed}
          rejected={rejected}
          hasMany
          onType={(next) => {
            lab.look({ rejected: undefined })
            lab.change(typeExpression(next, before.current), 'expression')
          }}
          onAdvised={() =>
            lab.store.getState().rejected !== undefined && lab.change((same) => same)
          }
        />
      </div>
    </div>
  )
}

/** A longer formula would be too small to be read: it stands in the field. */
const longest = 110

function Heading() {
  const { loss, nodes } = useShownGraph().prepared.graph
  const heading = useRef<HTMLHeadingElement>(null)
  const name = functionName(loss.variables)
  const katex = useKatex()
  const text = print(loss.written)
  const isShort = text.length <= longest
  const formula = `${valueName(loss.variables)} = \\displaystyle ${latex(loss.written, { leaf: plainLeaf })}`
  useShrunk(heading, isShort ? formula : '', katex)
  const operations = nodes.filter(({ inputs }) => inputs.length).length
  return (
    <h1 ref={heading} className={katex ? undefined : bar.heading}>
      {isShort ? (
        <Tex katex={katex} latex={formula} text={`${name} = ${text}`} />
      ) : (
        `${name} in ${operations} operations`
      )}
    </h1>
  )
}
