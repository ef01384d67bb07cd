/// The style of the start page and of the API's description.
enum Stylesheet {
  static let text = """
    @layer reset, tokens, base, layout;
    @layer reset { *, ::before, ::after { box-sizing: border-box; margin: 0 } }
    @layer tokens {
      :root {
        color-scheme: light dark;
        --ground: light-dark(#faf9f7, #17181a);
        --raised: light-dark(#ffffff, #202225);
        --ink: light-dark(#23262b, #e8e6e1);
        --quiet: light-dark(#5b616b, #a7abb3);
        --line: light-dark(#e3e0da, #34373c);
        --accent: light-dark(#0b6e5f, #5fcdb8);
      }
    }
    @layer base {
      body {
        background: var(--ground); color: var(--ink);
        font: 1rem/1.6 system-ui, "Noto Sans", "Vazirmatn", sans-serif;
      }
      h1 { font-size: 2rem; line-height: 1.2; font-weight: 650 }
      h2 { font-size: 1.125rem; margin-block: 2rem 0.5rem }
      h3 { font-size: 1rem; margin-block: 1.5rem 0.25rem }
      a { color: var(--accent) }
      :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
      pre {
        background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem;
        padding: 0.75rem 1rem; margin-block: 0.5rem 1rem; overflow-x: auto;
        font: 0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; text-align: start;
      }
      code { font-family: ui-monospace, "DejaVu Sans Mono", monospace }
      table { border-collapse: collapse; inline-size: 100%; font-size: 0.875rem }
      th, td {
        text-align: start; padding: 0.375rem 0.75rem 0.375rem 0; vertical-align: top;
        border-block-end: 1px solid var(--line);
      }
    }
    @layer layout {
      main { max-inline-size: 44rem; margin-inline: auto; padding: 3rem 1.25rem }
      ol { padding-inline-start: 1.5rem }
      ol:lang(fa) { list-style: persian }
      .tagline + p { margin-block-start: 1rem }
      .tagline { color: var(--quiet); font-size: 1.125rem }
      .status { display: flex; gap: 0.5rem; align-items: center; margin-block-start: 1.5rem }
      .status span {
        inline-size: 0.625rem; block-size: 0.625rem; border-radius: 50%; background: var(--accent);
      }
      nav { display: flex; flex-wrap: wrap; gap: 1.5rem; margin-block-start: 2rem }
      nav a { padding-block: 0.25rem }
      .operation { margin-block-start: 2rem }
      .operation h3 { display: flex; flex-wrap: wrap; gap: 0.5rem; overflow-wrap: anywhere }
      .method { color: var(--accent); font-weight: 700; min-inline-size: 4rem }
      .quiet { color: var(--quiet) }
      .scroll { overflow-x: auto }
      form { display: grid; gap: 1rem; margin-block-start: 1.5rem; max-inline-size: 26rem }
      label { display: grid; gap: 0.25rem; font-weight: 600 }
      input, button { font: inherit; padding: 0.5rem 0.75rem; border-radius: 0.5rem }
      input { border: 1px solid var(--quiet); background: var(--raised); color: inherit }
      button {
        border: 0; background: var(--accent); color: var(--ground); font-weight: 650;
        justify-self: start; min-inline-size: 8rem; cursor: pointer;
      }
      .fault {
        border-inline-start: 3px solid light-dark(#b3261e, #ff8a80); padding: 0.5rem 0.75rem;
        background: var(--raised); margin-block-start: 1rem;
      }
    }
    """
}
