/** As bright as a page can make it while the pass is open: the outdoor colours, and a screen that does not go dark. */
import { useEffect, useState } from 'preact/hooks'
import { type Settings, applySettings } from '../settings/settings'

export function useBright(settings: Settings): [boolean, () => void] {
  const [bright, setBright] = useState(false)
  useEffect(() => {
    if (!bright) {
      return undefined
    }
    applySettings({ ...settings, look: 'sun' })
    const letSleep = stayAwake()
    return () => {
      letSleep()
      applySettings(settings)
    }
  }, [bright, settings])
  return [bright, () => setBright((now) => !now)]
}

/** Holds the screen awake until the returned function is called; the browser lets go of it whenever the page is hidden. */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null
  let over = false
  const take = async () => {
    try {
      const taken = await (navigator.wakeLock as WakeLock | undefined)?.request('screen')
      lock = taken ?? null
      if (over) {
        await lock?.release()
      }
    } catch {
      // A battery that is nearly empty refuses; the colours stay.
    }
  }
  const again = () => {
    if (document.visibilityState === 'visible') {
      void take()
    }
  }
  void take()
  document.addEventListener('visibilitychange', again)
  return () => {
    over = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
