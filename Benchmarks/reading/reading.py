"""Times Rapport's reading, VADER and the plain pipeline on the same texts, one core each.

Start-up is excluded: each reads the texts once and then several times, and the difference counts.
"""

import argparse
import glob
import json
import os
import subprocess
import time

os.environ["OMP_NUM_THREADS"] = "1"

ROUNDS = 10
LABELS = 41  # as many as Rapport gives: polarity, emotions, flags, barriers, roots, tones


def texts_of(path):
    """One text a line, or the corpus's English messages."""
    if path:
        with open(path, encoding="utf-8") as lines:
            return [line.rstrip("\n") for line in lines if line.strip()]
    texts = []
    for name in sorted(glob.glob("Corpus/messages/en/*.tsv")):
        with open(name, encoding="utf-8") as lines:
            next(lines)
            texts += [line.rstrip("\n").split("\t")[3].replace("\\n", "\n") for line in lines]
    return texts


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rapport(texts):
    """Seconds for all texts once, by the program itself, through its command line."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()

    def run(rounds):
        command = [".build/release/rapport", "understand"]
        subprocess.run(command, input=lines * rounds, stdout=subprocess.DEVNULL, check=True)

    once = seconds(lambda: run(1))
    return (seconds(lambda: run(1 + ROUNDS)) - once) / ROUNDS


def vader(texts):
    """Seconds for all texts once, with the Python package that VADER's authors publish."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    for text in texts[:100]:
        analyzer.polarity_scores(text)
    return seconds(lambda: [analyzer.polarity_scores(text) for text in texts])


def plain(texts):
    """Seconds for all texts once: hashed words 1-2 and letters 2-5, tf-idf, one-vs-rest."""
    import numpy
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import FeatureUnion, Pipeline

    pipeline = Pipeline([
        ("hash", FeatureUnion([
            ("words", HashingVectorizer(ngram_range=(1, 2), n_features=2**16, norm=None)),
            ("letters", HashingVectorizer(
                analyzer="char_wb", ngram_range=(2, 5), n_features=2**16, norm=None)),
        ])),
        ("tfidf", TfidfTransformer(sublinear_tf=True)),
        ("labels", OneVsRestClassifier(LogisticRegression(max_iter=5))),
    ])
    # What the labels are does not matter for the pace: they are drawn by a fixed rule.
    sample = texts[:400]
    labels = numpy.array([[(i * (k + 3)) % 7 == 0 for k in range(LABELS)] for i in range(len(sample))])
    pipeline.fit(sample, labels.astype(int))
    # One text at a time, as messages come.
    some = texts[:300]
    return seconds(lambda: [pipeline.predict_proba([text]) for text in some]) * len(texts) / len(some)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts")
    parser.add_argument("--json", default=".build/reading.json")
    options = parser.parse_args()
    texts = texts_of(options.texts)
    results = {}
    for name, run in (("rapport", rapport), ("vader", vader), ("plain pipeline", plain)):
        taken = run(texts)
        results[name] = {"messagesPerSecond": len(texts) / taken, "microseconds": taken / len(texts) * 1e6}
        print(f"{name:16} {len(texts) / taken:10.0f} messages/s {taken / len(texts) * 1e6:10.1f} µs each")
    with open(options.json, "w", encoding="utf-8") as file:
        json.dump({"texts": len(texts), "results": results}, file, indent=2)


if __name__ == "__main__":
    main()
