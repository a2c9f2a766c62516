import { attendSweeps } from '../sweepers.ts'

const attend = attendSweeps((said, moved) => postMessage(said, { transfer: moved }))
addEventListener('message', ({ data }) => attend(data))
