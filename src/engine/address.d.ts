/** The address of a worker, for another one that starts it: see vite.config.ts. */
declare module 'virtual:workers/*' {
  const address: string
  export default address
}
