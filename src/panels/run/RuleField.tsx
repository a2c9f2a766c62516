import { firstRule } from '../../core/optimizers/written/custom.ts'
import { setRule } from '../../state/edits/rules.ts'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import { RuleText } from './RuleText.tsx'

/** The rule of a run as text. */
export function RuleField({ index }: { readonly index: number }) {
  const lab = useDescentLab()
  const written = useDescentState(({ experiment }) => experiment.runs?.[index]?.rule ?? firstRule)
  const rejected = useDescentState(({ rejectedRule: of }) =>
    of?.run === index ? of.text : undefined,
  )
  return (
    <RuleText
      written={written}
      rejected={rejected}
      onChange={(rule) => {
        lab.forget('rejectedRule')
        lab.change(setRule(index, rule), `rule ${index}`)
      }}
    />
  )
}
