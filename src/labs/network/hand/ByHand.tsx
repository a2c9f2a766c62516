import { part } from '../../../ui/parts/Part.tsx'

/** Both passes through the network by hand; it comes with the first who looks. */
export const ByHand = part(async () => (await import('./HandPasses.tsx')).HandPasses)
