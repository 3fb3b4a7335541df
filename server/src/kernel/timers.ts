export type OnError = (err: unknown, what: string) => void

/** Runs a task every so many seconds, never twice at once; answers how to stop it. */
export function every(seconds: number, name: string, task: () => Promise<void>, onError: OnError): () => Promise<void> {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= task()
      .catch((err: unknown) => onError(err, name))
      .finally(() => {
        running = null
      })
  }, seconds * 1_000)
  return async () => {
    clearInterval(timer)
    await running
  }
}
