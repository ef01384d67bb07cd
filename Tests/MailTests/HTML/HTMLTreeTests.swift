import Mail
import Testing

struct HTMLTreeTests {
  @Test func `a tree is a list of nodes, each before what is in it`() {
    let tree = HTMLTree("<p>a<b>c</b></p>d")
    #expect(
      tree.nodes.indices.map { tree.element(at: $0)?.name ?? tree.text(at: $0) ?? "" } == [
        "html", "head", "body", "p", "a", "b", "c", "d",
      ]
    )
    #expect(tree.children(of: 2).map { $0 } == [3, 7])
    #expect(tree.subtree(at: 3) == 3..<7)
    #expect(tree.nodes[0].parent == nil)
    #expect(tree.nodes[6].parent == 5)
  }

  @Test func `names are in lower case and entities decoded`() {
    let tree = HTMLTree("<O:P TITLE='a&amp;b'>&euro;</O:P>")
    #expect(tree.element(at: 3)?.name == "o:p")
    #expect(tree.element(at: 3)?["title"] == "a&b")
    #expect(tree.text(at: 4) == "€")
  }

  @Test func `comments, templates, SVG and MathML are left out`() {
    let tree = HTMLTree("<!-- c --><svg><p></svg><math><mi>x</mi></math><template>t</template>")
    #expect(!tree.nodes.indices.contains { tree.element(at: $0)?.name == "svg" })
    #expect(!tree.nodes.indices.contains { tree.text(at: $0) != nil })
  }

  @Test(arguments: ["<div>", "<b>", "<a><div>", "<table><tr><td>", "<svg><desc>", "<p><b id=x>"])
  func `what is nested very deep is flattened`(_ tags: String) {
    let tree = HTMLTree(String(repeating: tags, count: 200_000) + "end")
    var levels = [0]
    for node in tree.nodes.dropFirst() { levels.append(levels[node.parent ?? 0] + 1) }
    #expect((levels.max() ?? 0) <= HTMLTree.deepestLevel + 1)
  }

  @Test func `text in a deep nest is kept`() {
    let tree = HTMLTree(String(repeating: "<blockquote>", count: 1000) + "deepest")
    #expect(tree.nodes.indices.contains { tree.text(at: $0)?.contains("deepest") == true })
    #expect(!tree.isCut)
  }

  @Test func `long tables without end tags keep their cells`() {
    let tree = HTMLTree("<table>" + String(repeating: "<tr><td>a<td>b", count: 3000))
    let cells = tree.nodes.indices.count { tree.element(at: $0)?.name == "td" }
    #expect(cells == 6000)
  }

  @Test func `a source that is too long is cut`() {
    let text = String(repeating: "x", count: 2 << 20)
    #expect(!HTMLTree(text).isCut)
    #expect(HTMLTree(text + "x").isCut)
  }

  @Test func `one that would need too much memory is cut`() {
    #expect(HTMLTree(String(repeating: "<i></i>", count: 290_000)).isCut)
  }
}
