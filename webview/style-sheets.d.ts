/** Style sheets are imported for what esbuild makes of them: dist/webview.css. */
declare module '*.css';
