import { useMemo } from 'react'
import type { HyperArgument, HyperValue } from '../../../core/hyper.ts'
import type { NetworkLab } from '../../../state/networks/networks.ts'
import * as edits from '../../../state/networks/runEdits.ts'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'

/** What the controls of a run do. The same functions while its place and the number of batches are the same. */
export function useRunEdits(index: number) {
  const lab = useNetworkLab()
  const steps = useNetworkState(({ prepared }) => prepared.pace.steps)
  return useMemo(() => runEdits(lab, { index, steps }), [lab, index, steps])
}

/**
 * Hyper-parameters hold from the batch that is shown on. What changes more makes the run another one, which trains anew
 * to where one looks.
 */
function runEdits(lab: NetworkLab, which: edits.Which) {
  const { index } = which
  return {
    select: () => lab.look({ selected: index }),
    remove() {
      const { selected, prepared } = lab.store.getState()
      if (!lab.change(edits.removeRun(index))) return
      const left = prepared.runs.length - 1
      lab.look({ selected: Math.max(0, Math.min(selected - (selected > index ? 1 : 0), left - 1)) })
    },
    chooseOptimizer: (id: string) => void lab.change(edits.chooseOptimizer(which, id)),
    copy() {
      lab.look({ selected: index })
      lab.change(edits.editCopy(which))
    },
    setRule(rule: string) {
      lab.look({ rejectedRule: undefined })
      lab.change(edits.setRule(which, rule), `rule ${index}`)
    },
    setHyper: (name: string, value: HyperValue) =>
      lab.adjust(edits.setHyper(which, name, value), `hyper ${index} ${name}`),
    chooseSchedule: (kind: string | undefined) =>
      void lab.change(edits.chooseSchedule(which, kind)),
    setArgument: (key: string, value: HyperArgument) =>
      lab.change(edits.setArgument(which, key, value), `schedule ${index} ${key}`),
    switchWarmup: (isOn: boolean) => void lab.change(edits.switchWarmup(which, isOn)),
    setWarmup: (args: Readonly<Record<string, HyperArgument>>, about: string) =>
      lab.change(edits.setWarmup(which, args), `warmup ${index} ${about}`),
  }
}
