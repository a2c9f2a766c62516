/** The address of the worker's script: see vite.config.ts. */
declare module 'virtual:worker' {
  const address: string
  export default address
}
