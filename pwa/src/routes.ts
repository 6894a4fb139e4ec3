/** Where the app is, and how it goes elsewhere. */
import { useEffect, useState } from 'preact/hooks'
import { type Address, addresses } from './addresses'

const MOVED = 'moved'

function current(): Address {
  const path = location.pathname
  return Object.values(addresses).find((address) => address === path) ?? addresses.home
}

export function go(to: Address, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  dispatchEvent(new Event(MOVED))
  scrollTo(0, 0)
}

export function useAddress(): Address {
  const [address, setAddress] = useState(current)
  useEffect(() => {
    const follow = () => setAddress(current())
    addEventListener(MOVED, follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener(MOVED, follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  return address
}
