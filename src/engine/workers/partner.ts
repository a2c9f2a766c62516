import { attend } from '../desk.ts'

addEventListener('message', ({ data }) => attend(data))
