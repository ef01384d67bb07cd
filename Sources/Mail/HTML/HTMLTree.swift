/// An HTML document as a browser understands it, bounded in size and depth.
///
/// Comments, `<template>` and foreign content (SVG, MathML) are not part of it. Whatever the
/// source, there is one root, `html`, with `head` and mostly `body` below it.
package struct HTMLTree: Sendable {
  /// The deepest level of an element; the root has level 0.
  ///
  /// What is nested deeper loses its elements and keeps its text.
  package static let deepestLevel = 256

  /// Every node before its children, siblings in the order of the document; the root first.
  package let nodes: [Node]
  /// Whether the source was too large or too laborious, so that its end is missing.
  package let isCut: Bool
  /// Length of the source in UTF-8.
  package let sourceBytes: Int

  /// An element or a text in its place.
  package struct Node: Sendable {
    package internal(set) var content: Content
    /// Index of the element around it; `nil` for the root.
    package let parent: Int?
    /// Index behind its last descendant.
    package internal(set) var end: Int
  }

  /// What a node is.
  package enum Content: Sendable, Hashable {
    case element(Element)
    /// With entities decoded and never empty; texts beside each other are one.
    case text(String)
  }

  /// A tag and its attributes.
  package struct Element: Sendable, Hashable {
    /// In lower case: `blockquote`, `o:p`.
    package let name: String
    /// In the order of the source, each name once.
    package let attributes: [Attribute]

    /// The decoded value of the attribute with the name in lower case; empty if it has no value.
    package subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  /// A name in lower case and its decoded value.
  package struct Attribute: Sendable, Hashable {
    package let name: String
    package let value: String
  }
}

extension HTMLTree {
  /// The element at the index; `nil` for a text.
  package func element(at index: Int) -> Element? {
    guard case .element(let element) = nodes[index].content else { return nil }
    return element
  }

  /// The text at the index; `nil` for an element.
  package func text(at index: Int) -> String? {
    guard case .text(let text) = nodes[index].content else { return nil }
    return text
  }

  /// The indices of the nodes directly below the one at the index, in order.
  package func children(of index: Int) -> Children {
    Children(tree: self, following: index + 1, end: nodes[index].end)
  }

  /// The indices of the node and of everything below it.
  package func subtree(at index: Int) -> Range<Int> {
    index..<nodes[index].end
  }

  /// The indices of siblings.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var following: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
      guard following < end else { return nil }
      defer { following = tree.nodes[following].end }
      return following
    }
  }
}
