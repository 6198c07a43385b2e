import katex from 'katex';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** TeX as KaTeX sets it, with MathML for screen readers. */
export function Formula({ tex }: { readonly tex: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current !== null) katex.render(tex, place.current, { throwOnError: false });
  }, [tex]);
  return <div class="formula" ref={place} />;
}
