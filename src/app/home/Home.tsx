// app/home/: what this is, alive, in one screen.
import type { Visit } from '../places.ts'

export const Home = (_: Visit) => <h1>Descent</h1>
