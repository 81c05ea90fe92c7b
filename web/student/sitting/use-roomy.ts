import { useEffect, useState } from 'preact/hooks';

/** Wide and high enough for several questions at once; followed, since a tablet turns and a reader zooms. */
const roomy = '(min-width: 48rem) and (min-height: 30rem)';

export function useRoomy(): boolean {
  const [isRoomy, setRoomy] = useState(() => window.matchMedia(roomy).matches);
  useEffect(() => {
    const query = window.matchMedia(roomy);
    const follow = () => setRoomy(query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isRoomy;
}
