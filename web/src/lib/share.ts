import { toast } from '../ui/toast.ts'

export async function copyLink(url: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(url)
    toast('Link copied')
  } catch {
    toast('Your browser did not let us copy. The link is in the address bar.')
  }
}

/** The phone's own share sheet where there is one, else the clipboard. */
export async function share(title: string, url: string): Promise<void> {
  const touch = window.matchMedia('(pointer: coarse)').matches
  if (!touch || !navigator.share) return copyLink(url)
  await navigator.share({ title, url }).catch(() => undefined)
}
