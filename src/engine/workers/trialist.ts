import { attendTrials } from '../trialists.ts'

const attend = attendTrials((trial) => postMessage(trial))
addEventListener('message', ({ data }) => attend(data))
