// A run that is only pointed at, drawn beside those that there are.
import { createContext } from 'react'
import type { Trace } from '../../core/descent/trace.ts'

export const PreviewContext = createContext<Trace | undefined>(undefined)
