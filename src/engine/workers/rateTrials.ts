import address from 'virtual:workers/trialist'
import { jobs, takeTrialists } from '../jobs/rateTrials.ts'
import { serve } from '../serve.ts'
import type { Trialist } from '../trialists.ts'

// One core is this worker's, and one is left to the page and to the training that goes on beside it.
const others = Math.max(0, Math.min(7, navigator.hardwareConcurrency - 2))
takeTrialists(() => Array.from({ length: others }, hired))

function hired(): Trialist {
  const worker = new Worker(address, { type: 'module' })
  return {
    postMessage: (word) => worker.postMessage(word),
    listen(answered) {
      worker.onmessage = ({ data }) => answered(data)
    },
    terminate: () => worker.terminate(),
  }
}

serve(self as never, jobs)
