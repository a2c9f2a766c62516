/** The address of a worker's script, src/engine/workers/….ts: see vite.config.ts. */
declare module 'virtual:worker/*' {
  const address: string
  export default address
}
